// Misconception: A Query returns the newest item first.
// Held by: people who know chat programs and mail boxes
// Rejected by: the_newest_turn_of_s_42_is_found
var turns = ddb.query(q -> q.tableName(table)
    .keyConditionExpression("PK = :pk AND begins_with(SK, :turn)")
    .expressionAttributeValues(Map.of(
        ":pk", AttributeValue.fromS("SESSION#s-42"),
        ":turn", AttributeValue.fromS("TURN#"))))
turns.items().get(0).get("SK").s()
var read = ddb.query(q -> q.tableName(table)
    .keyConditionExpression("PK = :pk")
    .expressionAttributeValues(Map.of(
        ":pk", AttributeValue.fromS("SESSION#s-42"))))
/answer turns 6
/answer newest TURN#000007
/answer units 1.5
