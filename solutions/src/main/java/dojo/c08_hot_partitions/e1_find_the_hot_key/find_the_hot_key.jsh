// tag::find-the-hot-key[]
/heat
/trace why
// end::find-the-hot-key[]
/answer reason IndexWriteKeyRangeThroughputExceeded
/answer key CUSTOMER#c-77
/answer share 84
