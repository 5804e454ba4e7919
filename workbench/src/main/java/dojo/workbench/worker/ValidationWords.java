package dojo.workbench.worker;

import java.util.LinkedHashMap;
import java.util.Map;

/** What to do about the usual mistakes in a request, by a piece of what DynamoDB says about them. */
final class ValidationWords {
    private static final Map<String, String> REMEDIES = remedies();

    private ValidationWords() {}

    /** The remedy, with a space before it; empty where the message says it all. */
    static String hint(String said) {
        return REMEDIES.entrySet().stream()
                .filter(remedy -> said.contains(remedy.getKey()))
                .findFirst()
                .map(remedy -> " " + remedy.getValue())
                .orElse("");
    }

    private static Map<String, String> remedies() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("reserved keyword", "Give the attribute a placeholder (#name) in expressionAttributeNames.");
        String key = "Compare the key in your request with the table's keys.";
        all.put("missed key schema element", key);
        all.put("does not match the schema", key);
        all.put("Missing the key", "An item needs its whole primary key, partition key and sort key.");
        all.put(
                "Query key condition not supported",
                "The partition key takes =; the sort key takes =, <, <=, >, >=," + " BETWEEN or begins_with.");
        all.put(
                "Filter Expression can only contain non-primary key",
                "What is about a key belongs into the key"
                        + " condition: it is applied before items are read, and paid for.");
        String index = "An attribute that is an index key must have the index's type, or be left out.";
        all.put("Type mismatch for Index Key", index);
        all.put("Type mismatch for key", "A key attribute must have the type that the table declares, text or number.");
        all.put("is not valid for index", index);
        all.put("empty string value", "Key attributes must not be empty; leave an index key out instead.");
        all.put("unused in expressions", "A name or value that no expression uses must be left out.");
        all.put(
                "is not defined; attribute value",
                "Each :value of an expression needs an entry in" + " expressionAttributeValues.");
        all.put(
                "is not defined; attribute name",
                "Each #name of an expression needs an entry in" + " expressionAttributeNames.");
        all.put(
                "Two document paths overlap",
                "An update may touch a place once: join the two clauses, or split the" + " update.");
        all.put(
                "Cannot update attribute",
                "Keys never change: write a new item and delete the old one, in one" + " transaction.");
        all.put(
                "document path provided in the update expression is invalid",
                "The map above that place does not exist" + " yet: set it first, as an empty map, if_not_exists.");
        all.put(
                "operand in the update expression has an incorrect data type",
                "ADD and + want numbers; is the attribute" + " a text?");
        all.put("Invalid operand type", "ADD and + want numbers; is the attribute a text?");
        all.put(
                "Item size has exceeded",
                "An item may have 400 KB, names included: split it, or keep the large part" + " elsewhere.");
        all.put(
                "exceeded the maximum allowed size",
                "An item may have 400 KB, names included: split it, or keep the" + " large part elsewhere.");
        all.put("duplicates", "Each key may stand in a batch once.");
        all.put("Too many items requested", "A batch takes 25 writes or 100 reads: send several.");
        all.put("less than or equal to 25", "A batch takes 25 writes: send several.");
        all.put("less than or equal to 100", "A transaction takes 100 actions, a batch 100 reads: send several.");
        all.put(
                "multiple operations on one item",
                "A transaction names each item once: a condition belongs into the" + " write itself.");
        all.put(
                "Consistent reads are not supported on global",
                "A global index is only ever eventually consistent: read" + " the table, or live with the lag.");
        all.put("exclusive start key", "Hand back lastEvaluatedKey exactly as it came, to the same query.");
        all.put("Exclusive Start Key", "Hand back lastEvaluatedKey exactly as it came, to the same query.");
        all.put("does not have the specified index", "Is the index name spelt right?");
        all.put("Syntax error", "Read the expression at the token that the message names.");
        all.put("contains a NULL", "An attribute value needs exactly one of s(…), n(…), bool(…) and the others.");
        all.put(
                "Supplied AttributeValue is empty",
                "An attribute value needs exactly one of s(…), n(…), bool(…) and the" + " others.");
        return all;
    }
}
