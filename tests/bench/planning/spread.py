"""Spread: numbers of questions, each with how often it is asked, exactly."""

from fractions import Fraction


class Spread:
    """How often how many questions were asked."""

    def __init__(self) -> None:
        self._shares: dict[int, Fraction] = {}

    def add(self, questions: int, share: Fraction | int = 1) -> None:
        """So many questions were asked this often."""
        self._shares[questions] = self._shares.get(questions, Fraction(0)) + share

    @property
    def mean(self) -> float:
        """The mean number of questions."""
        return float(sum(number * share for number, share in self._shares.items()) / sum(self._shares.values()))

    def quantile(self, part: Fraction) -> int:
        """The least number that is not exceeded in this part of all cases."""
        whole, so_far = sum(self._shares.values()), Fraction(0)
        for number in sorted(self._shares):
            so_far += self._shares[number]
            if so_far >= part * whole:
                break
        return number

    @property
    def columns(self) -> tuple[str, int, int]:
        """The mean, the median and the number that nine of ten do not exceed, for a table."""
        return f"{self.mean:.2f}", self.quantile(Fraction(1, 2)), self.quantile(Fraction(9, 10))
