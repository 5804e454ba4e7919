// Misconception: All items of a chat are turns, so the count of the Query is the number of turns.
// Held by: people who know tables with one kind of row
// Rejected by: the_turns_of_s_42_are_counted
var read = ddb.query(q -> q.tableName(table)
    .keyConditionExpression("PK = :pk")
    .expressionAttributeValues(Map.of(
        ":pk", AttributeValue.fromS("SESSION#s-42"))))
read.count()
/answer turns 8
/answer newest TURN#000012
/answer units 1.5
