package dojo.exhibits.ttl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

@WithLab
@WithTable(timeToLive = "ttl")
class Ttl_04_TtlIsAReservedWord {

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("An expression that names the attribute ttl without an alias is refused.");

    @Test
    void a_filter_that_names_ttl_is_refused(DynamoDbClient ddb, LabTable table) {
        var refusal = catchThrowableOfType(
                DynamoDbException.class,
                () -> ddb.query(query -> query.tableName(table.name())
                        .keyConditionExpression("PK = :customer")
                        .filterExpression("ttl > :now")
                        .expressionAttributeValues(
                                Map.of(":customer", fromS("CUSTOMER#c-9"), ":now", fromN("1763800000")))));

        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
        EXHIBIT.measured("error", refusal.awsErrorDetails().errorCode());
    }
}
