package dojo.exhibits.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.WithLab;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

@WithLab
class Keys_01_KeyIsReadFromTheLeft {

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("A key of several attributes wants each partition attribute by"
            + " equality, and its sort attributes from the left, with one inequality at the end.");

    private static final Map<String, AttributeValue> VALUES =
            Map.of(":t", fromS("acme"), ":s", fromS("oslo"), ":state", fromS("open"), ":p", fromN("5"));

    // tag::answered[]
    private static final List<String> ANSWERED = List.of(
            "tenant = :t AND site = :s",
            "tenant = :t AND site = :s AND #state = :state",
            "tenant = :t AND site = :s AND #state = :state AND priority < :p");
    // end::answered[]

    // tag::refused[]
    private static final List<String> REFUSED = List.of(
            "tenant = :t",
            "tenant = :t AND site > :s",
            "tenant = :t AND site = :s AND priority < :p",
            "tenant = :t AND site = :s AND #state > :state AND priority = :p");
    // end::refused[]

    @Test
    void a_gap_or_an_early_inequality_is_refused(Lab lab) {
        var list = new WorkList(lab);
        list.open("t-1", 1);
        list.open("t-7", 7);

        var found = ANSWERED.stream().map(condition -> ask(list, condition)).toList();
        var errors = REFUSED.stream()
                .map(condition -> catchThrowableOfType(DynamoDbException.class, () -> ask(list, condition))
                        .awsErrorDetails()
                        .errorCode())
                .distinct()
                .toList();

        assertThat(found).containsExactly(2, 2, 1);
        assertThat(errors).containsExactly("ValidationException");
        EXHIBIT.measured("answered", ANSWERED.size());
        EXHIBIT.measured("refused", REFUSED.size());
        EXHIBIT.measured("error", errors.get(0));
    }

    private static int ask(WorkList list, String condition) {
        var used = new HashMap<String, AttributeValue>();
        Stream.of(condition.split("[ ]", -1))
                .filter(VALUES::containsKey)
                .forEach(name -> used.put(name, VALUES.getOrDefault(name, fromS(""))));
        return list.ids("apart", condition, used).size();
    }
}
