"""Percentiles and counts per second of a -g file, as people write it themselves. Prints how many rows."""
import sys
from collections import Counter

totals = []
starts = Counter()
with open(sys.argv[1]) as log:
    next(log)
    for line in log:
        columns = line.split("\t")
        totals.append(int(columns[4]))
        starts[columns[1]] += 1
totals.sort()
percentiles = [totals[min(len(totals) - 1, len(totals) * k // 100)] for k in (50, 66, 75, 80, 90, 95, 98, 99, 100)]
print(len(totals), percentiles, len(starts))
