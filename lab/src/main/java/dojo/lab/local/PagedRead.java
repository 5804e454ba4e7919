package dojo.lab.local;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** A Query or a Scan, which differ in little but their types. */
sealed interface PagedRead {

    Pattern PLACEHOLDER = Pattern.compile("[#:]\\w+");

    static Optional<PagedRead> of(AwsRequest request) {
        if (request instanceof QueryRequest query) {
            return Optional.of(new OfQuery(query));
        }
        return request instanceof ScanRequest scan ? Optional.of(new OfScan(scan)) : Optional.empty();
    }

    AwsRequest request();

    String table();

    @Nullable
    String index();

    @Nullable
    Integer limit();

    /** Whether attributes are asked for that an index may not hold. */
    boolean namesAttributes();

    /** The same from another place on, and over at most so many items; an empty key is the beginning. */
    PagedRead from(Map<String, AttributeValue> key, @Nullable Integer limit);

    /** The same without filter and projection; {@code null} selects what a read without either gets. */
    PagedRead whole(@Nullable Select select);

    record OfQuery(QueryRequest request) implements PagedRead {

        @Override
        public String table() {
            return request.tableName();
        }

        @Override
        public @Nullable String index() {
            return request.indexName();
        }

        @Override
        public @Nullable Integer limit() {
            return request.limit();
        }

        @Override
        public boolean namesAttributes() {
            return request.projectionExpression() != null
                    || request.hasAttributesToGet()
                    || request.select() == Select.ALL_ATTRIBUTES;
        }

        @Override
        public PagedRead from(Map<String, AttributeValue> key, @Nullable Integer limit) {
            return new OfQuery(request.toBuilder()
                    .exclusiveStartKey(key.isEmpty() ? null : key)
                    .limit(limit)
                    .build());
        }

        @Override
        public PagedRead whole(@Nullable Select select) {
            // DynamoDB refuses a request that defines a placeholder without using it, and an empty map of them.
            Set<String> used = new HashSet<>();
            if (request.keyConditionExpression() != null) {
                PLACEHOLDER.matcher(request.keyConditionExpression()).results().forEach(m -> used.add(m.group()));
            }
            return new OfQuery(request.toBuilder()
                    .filterExpression(null)
                    .queryFilter(null)
                    .conditionalOperator((String) null)
                    .projectionExpression(null)
                    .attributesToGet((List<String>) null)
                    .select(select)
                    .expressionAttributeNames(only(used, request.expressionAttributeNames()))
                    .expressionAttributeValues(only(used, request.expressionAttributeValues()))
                    .build());
        }

        private static <T> @Nullable Map<String, T> only(Set<String> used, Map<String, T> defined) {
            Map<String, T> left = new LinkedHashMap<>(defined);
            left.keySet().retainAll(used);
            return left.isEmpty() ? null : left;
        }
    }

    record OfScan(ScanRequest request) implements PagedRead {

        @Override
        public String table() {
            return request.tableName();
        }

        @Override
        public @Nullable String index() {
            return request.indexName();
        }

        @Override
        public @Nullable Integer limit() {
            return request.limit();
        }

        @Override
        public boolean namesAttributes() {
            return request.projectionExpression() != null
                    || request.hasAttributesToGet()
                    || request.select() == Select.ALL_ATTRIBUTES;
        }

        @Override
        public PagedRead from(Map<String, AttributeValue> key, @Nullable Integer limit) {
            return new OfScan(request.toBuilder()
                    .exclusiveStartKey(key.isEmpty() ? null : key)
                    .limit(limit)
                    .build());
        }

        @Override
        public PagedRead whole(@Nullable Select select) {
            return new OfScan(request.toBuilder()
                    .filterExpression(null)
                    .scanFilter(null)
                    .conditionalOperator((String) null)
                    .projectionExpression(null)
                    .attributesToGet((List<String>) null)
                    .select(select)
                    .expressionAttributeNames(null)
                    .expressionAttributeValues(null)
                    .build());
        }
    }
}
