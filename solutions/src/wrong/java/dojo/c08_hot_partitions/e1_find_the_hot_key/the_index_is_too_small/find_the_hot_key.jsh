// Misconception: An index that throttles needs more capacity.
// Held by: the usual first remedy for ProvisionedThroughputExceededException, here in a table on demand
// Rejected by: the_limit_that_was_hit_is_named_by_its_throttling_reason
/heat
/trace why
/answer reason IndexWriteProvisionedThroughputExceeded
/answer key CUSTOMER#c-77
/answer share 85
