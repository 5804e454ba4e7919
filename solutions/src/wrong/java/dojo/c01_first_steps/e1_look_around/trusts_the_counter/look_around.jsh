// Misconception: The turn_count in META says how many turns are stored.
// Held by: the original MangaAssist write-up, increment_turn_count: a counter kept beside what it counts
// Rejected by: the_turns_of_s_42_are_counted
ddb.getItem(g -> g.tableName(table).key(Map.of(
    "PK", AttributeValue.fromS("SESSION#s-42"),
    "SK", AttributeValue.fromS("META")))).item()
var read = ddb.query(q -> q.tableName(table)
    .keyConditionExpression("PK = :pk")
    .expressionAttributeValues(Map.of(
        ":pk", AttributeValue.fromS("SESSION#s-42"))))
/answer turns 12
/answer newest TURN#000012
/answer units 1.5
