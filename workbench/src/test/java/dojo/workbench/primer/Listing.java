package dojo.workbench.primer;

import dojo.lab.Lab;
import dojo.lab.bill.Bill;
import dojo.lab.bill.Prices;
import dojo.lab.item.ItemSize;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** A request as the primer prints it, and what it says about its outcome. */
record Listing(String java, String claim) {
    private static final Pattern SHOWN = Pattern.compile("(?ms)^(ddb\\..*?)\\n=> ([^\\n]+)$");
    private static final String WORLD = "dojo.c01_first_steps.e1_look_around.World";

    /** Every request of the primer, in order. */
    static List<Listing> all(Primer primer) {
        List<Listing> listings = new ArrayList<>();
        for (Primer.Page page : primer.pages()) {
            Matcher shown = SHOWN.matcher(page.text());
            while (shown.find()) {
                listings.add(new Listing(shown.group(1), shown.group(2)));
            }
        }
        return listings;
    }

    /** What each of them does, one after another, in the table of look_around. */
    static List<String> measured(List<Listing> listings, Path exercises, Path classes) throws Exception {
        Path source = Files.writeString(classes.resolve("Listings.java"), program(listings));
        compile(classes, source, exercises);
        List<String> measured = new ArrayList<>();
        try (Lab lab = Lab.open();
                URLClassLoader loader = loader(classes)) {
            String table = filled(lab, loader);
            for (int i = 0; i < listings.size(); i++) {
                Method method = loader.loadClass("Listings").getMethod("run" + i, DynamoDbClient.class, String.class);
                int mark = lab.meter().mark();
                Object answer = method.invoke(null, lab.client(), table);
                measured.add(words(answer, lab.meter().billSince(mark)));
            }
        }
        return measured;
    }

    /** How many bytes the items of s-11 have together. */
    static String bytesOfOneChat(Path exercises, Path classes) throws Exception {
        compile(classes, Files.writeString(classes.resolve("Listings.java"), program(List.of())), exercises);
        try (Lab lab = Lab.open();
                URLClassLoader loader = loader(classes)) {
            String table = filled(lab, loader);
            long bytes = lab
                    .backstage()
                    .query(query -> query.tableName(table)
                            .keyConditionExpression("PK = :pk")
                            .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("SESSION#s-11"))))
                    .items()
                    .stream()
                    .mapToLong(ItemSize::bytes)
                    .sum();
            return String.format(Locale.ROOT, "%,d", bytes);
        }
    }

    /** The price of a million read units, as a reader reads it. */
    static String price() {
        Prices prices = Prices.onDemand();
        return String.format(
                Locale.ROOT,
                "%.3f dollars (on demand, %s, as of %s %d)",
                prices.millionReadUnits(),
                prices.region(),
                prices.asOf().getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                prices.asOf().getYear());
    }

    private static String filled(Lab lab, URLClassLoader loader) throws Exception {
        String table = lab.newTableName();
        lab.backstage()
                .createTable(create -> create.tableName(table)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(List.of(string("PK"), string("SK")))
                        .keySchema(List.of(key("PK", KeyType.HASH), key("SK", KeyType.RANGE))));
        loader.loadClass(WORLD)
                .getMethod("fill", DynamoDbClient.class, String.class)
                .invoke(null, lab.backstage(), table);
        return table;
    }

    private static AttributeDefinition string(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static String program(List<Listing> listings) {
        StringBuilder program = new StringBuilder("""
                import java.util.*;
                import software.amazon.awssdk.services.dynamodb.*;
                import software.amazon.awssdk.services.dynamodb.model.*;
                public class Listings {
                """);
        for (int i = 0; i < listings.size(); i++) {
            program.append("public static Object run").append(i).append("(DynamoDbClient ddb, String table) { return ");
            program.append(listings.get(i).java()).append("; }\n");
        }
        return program.append("}\n").toString();
    }

    private static void compile(Path classes, Path source, Path exercises) {
        int problems = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        classes.toString(),
                        source.toString(),
                        exercises.resolve(WORLD.replace('.', '/') + ".java").toString());
        if (problems != 0) {
            throw new AssertionError("A listing of the primer does not compile; see above.");
        }
    }

    private static URLClassLoader loader(Path classes) throws IOException {
        return new URLClassLoader(new URL[] {classes.toUri().toURL()}, Listing.class.getClassLoader());
    }

    private static String words(Object answer, Bill bill) {
        if (answer instanceof QueryResponse found) {
            return read(found.count(), bill);
        } else if (answer instanceof ScanResponse found) {
            return read(found.count(), bill);
        } else if (answer instanceof GetItemResponse found) {
            return read(found.hasItem() ? 1 : 0, bill);
        }
        return bill.writeUnits() + " write units";
    }

    private static String read(int items, Bill bill) {
        return items + (items == 1 ? " item, " : " items, ") + bill.readUnits() + " read units";
    }
}
