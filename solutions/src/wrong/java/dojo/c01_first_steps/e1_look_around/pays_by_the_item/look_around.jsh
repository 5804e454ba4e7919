// Misconception: Reading is billed by the item, so eight items cost eight times half a read unit.
// Held by: the original MangaAssist write-up, capacity formulas: ten turns of 1 KB at 5 read units
// Rejected by: the_price_of_reading_s_42_whole_is_read_from_the_bill
for (var sk : List.of("META", "SUMMARY#000001", "TURN#000007", "TURN#000008",
        "TURN#000009", "TURN#000010", "TURN#000011", "TURN#000012")) {
    ddb.getItem(g -> g.tableName(table).key(Map.of(
        "PK", AttributeValue.fromS("SESSION#s-42"),
        "SK", AttributeValue.fromS(sk))));
}
/answer turns 6
/answer newest TURN#000012
/answer units 4.0
