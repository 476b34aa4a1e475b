"""Random tests draw new examples on every run at a desk, and the same ones in CI, where a change is judged."""

import os

from hypothesis import settings

settings.register_profile("ci", derandomize=True, deadline=None, print_blob=True)
if os.environ.get("CI"):
    settings.load_profile("ci")
