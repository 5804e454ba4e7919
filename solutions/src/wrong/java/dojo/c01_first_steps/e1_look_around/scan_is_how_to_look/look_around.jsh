// Misconception: To read one chat, scan the table and filter; the bill is that of what comes back.
// Held by: the first try of most people who come from SQL
// Rejected by: the_price_of_reading_s_42_whole_is_read_from_the_bill
var read = ddb.scan(s -> s.tableName(table)
    .filterExpression("PK = :pk")
    .expressionAttributeValues(Map.of(
        ":pk", AttributeValue.fromS("SESSION#s-42"))))
/answer turns 6
/answer newest TURN#000012
/answer units 3.0
