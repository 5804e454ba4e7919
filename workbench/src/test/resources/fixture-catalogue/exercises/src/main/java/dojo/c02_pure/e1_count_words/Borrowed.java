package dojo.c02_pure.e1_count_words;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the check hands to the learner's code, for code that means harm. */
public final class Borrowed {
    public static DynamoDbClient ddb;
    public static String table;

    private Borrowed() {}

    static void give(DynamoDbClient client, String name) {
        ddb = client;
        table = name;
    }
}
