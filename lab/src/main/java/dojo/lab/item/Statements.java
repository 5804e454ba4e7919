package dojo.lab.item;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteTransactionRequest;
import software.amazon.awssdk.services.dynamodb.model.ParameterizedStatement;

/** What can be told of PartiQL without parsing it: whether it writes, and which tables it names. */
public final class Statements {

    private static final Pattern TABLE = Pattern.compile("(?i)\\b(?:INTO|UPDATE|FROM)\\s+\"?([A-Za-z0-9_.-]+)\"?");

    private Statements() {}

    /** Whether the request has a statement that writes; never for a request without PartiQL. */
    public static boolean writes(AwsRequest request) {
        return of(request).stream()
                .anyMatch(text -> !text.strip().toUpperCase(Locale.ROOT).startsWith("SELECT"));
    }

    /** The tables of the statements; perhaps a word of a text that only looks like one. */
    public static Set<String> tables(AwsRequest request) {
        Set<String> names = new LinkedHashSet<>();
        for (String text : of(request)) {
            Matcher named = TABLE.matcher(text);
            while (named.find()) {
                names.add(named.group(1));
            }
        }
        return names;
    }

    private static List<String> of(AwsRequest request) {
        if (request instanceof ExecuteStatementRequest one) {
            return one.statement() == null ? List.of() : List.of(one.statement());
        }
        if (request instanceof BatchExecuteStatementRequest batch) {
            return batch.statements().stream()
                    .map(BatchStatementRequest::statement)
                    .filter(Objects::nonNull)
                    .toList();
        }
        if (request instanceof ExecuteTransactionRequest transaction) {
            return transaction.transactStatements().stream()
                    .map(ParameterizedStatement::statement)
                    .filter(Objects::nonNull)
                    .toList();
        }
        return List.of();
    }
}
