"""From one set of coordinates to another: x' = a x + c y + e, y' = b x + d y + f."""

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def applied(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def after(inner: Matrix, outer: Matrix) -> Matrix:
    """First `inner`, then `outer`."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return p * a + r * b, q * a + s * b, p * c + r * d, q * c + s * d, p * e + r * f + t, q * e + s * f + u


def turned(matrix: Matrix, width: float, height: float, quarters: int) -> tuple[Matrix, float, float]:
    """With the page turned so that words running down (1), backwards (2) or up (3) are level; its size."""
    turns: dict[int, Matrix] = {
        1: (0.0, -1.0, 1.0, 0.0, 0.0, width),
        2: (-1.0, 0.0, 0.0, -1.0, width, height),
        3: (0.0, 1.0, -1.0, 0.0, height, 0.0),
    }
    size = (width, height) if quarters % 2 == 0 else (height, width)
    return after(matrix, turns.get(quarters, IDENTITY)), *size


def level(matrix: Matrix, left: float, top: float, right: float, bottom: float) -> tuple[float, float, float, float]:
    """The upright rectangle round the image of one: left, top, right, bottom."""
    (x, y), (u, v) = applied(matrix, left, top), applied(matrix, right, bottom)
    return min(x, u), min(y, v), max(x, u), max(y, v)
