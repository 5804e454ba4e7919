// tag::look-around[]
var read = ddb.query(q -> q.tableName(table)
    .keyConditionExpression("PK = :pk")
    .expressionAttributeValues(Map.of(
        ":pk", AttributeValue.fromS("SESSION#s-42"))))
read.items().forEach(i -> System.out.println(i.get("SK").s()))
// end::look-around[]
/answer turns 6
/answer newest TURN#000012
/answer units 1.5
