package dojo.exhibits.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dojo.exhibits.Exhibit;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

@WithLab
@WithTable
class Version_02_VersionRefusesTheSecondEditor {

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming(
            "With the version that was read as a condition the second editor is refused, reads again, and both changes are kept.");

    @Test
    void the_second_is_refused_and_both_are_kept(DynamoDbClient ddb, LabTable table) {
        var profiles = new Profiles(ddb, table.name());
        profiles.create();
        var ours = profiles.read();
        var theirs = profiles.read();

        profiles.replaceIfUnchanged(ours, Profiles.with(ours, "city", "Lisbon"));
        Throwable refused =
                catchThrowable(() -> profiles.replaceIfUnchanged(theirs, Profiles.with(theirs, "phone", "555-0100")));
        var again = profiles.read();
        profiles.replaceIfUnchanged(again, Profiles.with(again, "phone", "555-0100"));

        var kept = profiles.read();
        assertThat(refused).isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(kept).containsKeys("city", "phone");
        EXHIBIT.measured("error", refused.getClass().getSimpleName());
        EXHIBIT.measured("changes-kept", 2);
    }
}
