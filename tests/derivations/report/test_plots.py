from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from derivations.check_all import main
from derivations.report import plots
from numeric.curves import BAND, REPEATS, bias_curves, error_curve

drawn = pytest.mark.skipif(find_spec("matplotlib") is None, reason="pictures take matplotlib, which is not installed")
SCRIPT = 'from derivations import Derivation\nDerivation("One").show("one", "a + b == b + a")\n'
PNG = b"\x89PNG"


def test_draws_follow_the_law_of_the_error() -> None:
    curve = error_curve(0)
    many = curve.features >= 64  # before, the errors of 200 estimates spread too widely
    assert np.allclose(curve.drawn[many], curve.law[many], rtol=0.3)
    assert np.allclose(curve.law[::2][1:] / curve.law[::2][:-1], 1 / 2)
    assert (curve.within < curve.bound).all()
    assert BAND == 0.95


def test_draws_follow_the_bias_of_the_running_average() -> None:
    for curve in bias_curves(0):
        deviation = np.sqrt((1 - curve.beta) / (1 + curve.beta) / REPEATS)
        assert np.abs(curve.drawn - curve.law).max() < 5 * deviation
        assert curve.law[0] == 0


def test_the_same_seed_draws_the_same() -> None:
    assert (error_curve(1).drawn == error_curve(1).drawn).all()
    assert (error_curve(1).drawn != error_curve(2).drawn).any()


@drawn
def test_the_command_draws_both_pictures(tmp_path: Path) -> None:
    script = tmp_path / "one.py"
    script.write_text(SCRIPT)
    assert main([str(script), "--jobs", "0", "--plots", str(tmp_path / "made")]) == 0
    made = {path.name: path.read_bytes()[:4] for path in (tmp_path / "made").iterdir()}
    assert made == {"features-error.png": PNG, "average-bias.png": PNG}


@drawn
def test_the_law_stands_in_the_picture() -> None:
    curve = error_curve(0)
    (axes,) = plots.draw_errors(curve).axes
    assert any(np.array_equal(line.get_ydata(), curve.law) for line in axes.get_lines())
    assert axes.get_xscale() == axes.get_yscale() == "log"


def test_without_matplotlib_one_line_says_what_to_install(tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.setattr(plots, "find_spec", lambda name: None)
    script = tmp_path / "one.py"
    script.write_text(SCRIPT)
    assert main([str(script), "--jobs", "0", "--plots", str(tmp_path / "made")]) == 2
    assert "pip install 'derivations[plots]'" in " ".join(capsys.readouterr().err.split())
    assert not (tmp_path / "made").exists()
