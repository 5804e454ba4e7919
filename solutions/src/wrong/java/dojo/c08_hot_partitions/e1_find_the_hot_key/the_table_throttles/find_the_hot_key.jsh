// Misconception: A write to a table that is throttled was throttled by the table.
// Held by: whoever logs the exception without its ThrottlingReasons
// Rejected by: the_limit_that_was_hit_is_named_by_its_throttling_reason
/heat
/answer reason TableWriteKeyRangeThroughputExceeded
/answer key CUSTOMER#c-77
/answer share 84
