// Idea: Read the requests one group after the other, and add up the busiest keys of the index.
/trace 120
/heat
Math.round(100.0 * 156 / (156 + 3 * 9))
/answer reason IndexWriteKeyRangeThroughputExceeded
/answer key CUSTOMER#c-77
/answer share 85
