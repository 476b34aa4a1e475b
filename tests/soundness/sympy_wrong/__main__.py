"""``python -m tests.soundness.sympy_wrong``: writes the page of SymPy's wrong answers."""

from tests.soundness.sympy_wrong.table import PAGE, page

PAGE.parent.mkdir(exist_ok=True)
PAGE.write_text(page())
