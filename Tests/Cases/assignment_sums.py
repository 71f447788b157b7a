"""Solves the instances of AssignmentTests with scipy, and prints the lines that the test compares with.

Not part of `make test`: `pip install scipy` first. A place that can be given n times is n columns.
"""

import numpy
from scipy.optimize import linear_sum_assignment


class Noise:
    def __init__(self, seed: int):
        self.state = seed

    def below(self, bound: int) -> int:
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % bound


def best_sum(seed: int, persons: int = 2000, initiatives: int = 50) -> int:
    noise = Noise(seed)
    capacities = [5 + noise.below(40) for _ in range(initiatives)]
    scores = [[max(0, noise.below(150) - 50) for _ in range(initiatives)] for _ in range(persons)]
    places = numpy.repeat(numpy.array(scores), capacities, axis=1)
    rows, columns = linear_sum_assignment(places, maximize=True)
    return int(places[rows, columns].sum())


if __name__ == "__main__":
    for seed in range(1, 6):
        print(f"    ({seed}, {best_sum(seed):_}),")
