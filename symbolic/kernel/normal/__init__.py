"""The normal form of scalar terms, the one large trusted rule; `reading` is its front."""
