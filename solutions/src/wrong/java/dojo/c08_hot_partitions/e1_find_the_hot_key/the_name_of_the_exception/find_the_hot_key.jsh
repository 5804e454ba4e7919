// Misconception: The class of the exception says which limit was hit.
// Held by: alarms and logs that keep the name of the exception only
// Rejected by: the_limit_that_was_hit_is_named_by_its_throttling_reason
/trace 120
/heat
/answer reason ThrottlingException
/answer key CUSTOMER#c-77
/answer share 84
