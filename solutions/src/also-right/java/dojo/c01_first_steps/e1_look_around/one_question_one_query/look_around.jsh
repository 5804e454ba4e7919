// Idea: Ask each question with a Query of its own: a COUNT, the last sort key, then the whole chat for its price.
ddb.query(q -> q.tableName(table)
    .keyConditionExpression("PK = :pk AND begins_with(SK, :turn)")
    .expressionAttributeValues(Map.of(
        ":pk", AttributeValue.fromS("SESSION#s-42"),
        ":turn", AttributeValue.fromS("TURN#")))
    .select("COUNT")).count()
ddb.query(q -> q.tableName(table)
    .keyConditionExpression("PK = :pk")
    .expressionAttributeValues(Map.of(
        ":pk", AttributeValue.fromS("SESSION#s-42")))
    .scanIndexForward(false)
    .limit(1)).items()
ddb.query(q -> q.tableName(table)
    .keyConditionExpression("PK = :pk")
    .expressionAttributeValues(Map.of(
        ":pk", AttributeValue.fromS("SESSION#s-42")))).count()
/answer turns 6
/answer newest TURN#000012
/answer units 1.5
