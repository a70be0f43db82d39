"""What people write themselves: seven regular expressions over the lines of a log. Prints how many reports."""
import re
import sys

KEYS = [re.compile(pattern) for pattern in (
    r"Concurrency Level:\s+(\d+)", r"Time taken for tests:\s+([\d.]+)", r"Complete requests:\s+(\d+)",
    r"Failed requests:\s+(\d+)", r"Requests per second:\s+([\d.]+)", r"Time per request:\s+([\d.]+) \[ms\] \(mean\)",
    r"Transfer rate:\s+([\d.]+)")]

reports = []
with open(sys.argv[1], encoding="utf-8", errors="replace") as log:
    for line in log:
        if "This is ApacheBench" in line:
            reports.append({})
        for key in KEYS:
            found = key.search(line)
            if found and reports:
                reports[-1][key.pattern] = float(found.group(1))
print(len(reports))
