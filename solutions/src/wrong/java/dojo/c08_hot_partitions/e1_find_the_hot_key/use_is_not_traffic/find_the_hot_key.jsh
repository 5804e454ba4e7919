// Misconception: The bar of the heat map is the part of the traffic.
// Held by: readers of a utilisation as a share, on any dashboard
// Rejected by: its_part_of_the_traffic_is_read_from_the_heat
/heat
/trace why
/answer reason IndexWriteKeyRangeThroughputExceeded
/answer key CUSTOMER#c-77
/answer share 100
