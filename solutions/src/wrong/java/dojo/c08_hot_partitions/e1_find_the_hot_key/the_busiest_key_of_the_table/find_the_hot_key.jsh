// Misconception: The hot key is the busiest key of the table.
// Held by: the original MangaAssist write-up, Q2, which looks for "a bot hitting the same session" and not at its index
// Rejected by: the_hot_key_is_the_one_that_is_refused
/heat
/answer reason IndexWriteKeyRangeThroughputExceeded
/answer key SESSION#s-1
/answer share 84
