package dojo.session.handoff;

import dojo.session.Metadata;
import dojo.session.StoredTurn;
import dojo.session.Summary;
import dojo.session.Turn;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Takes out of an export what its reader must not see; asked for each turn, before anything is signed.
 *
 * <p>The export names what differs from what is stored, and holds nothing of the original, not even a digest of it. Ids,
 * places, roles and times stay. Called by one thread at a time; what it throws ends the export.
 */
public interface Redaction {
    /** Takes nothing out. */
    Redaction NONE = new Redaction() {
        @Override
        public Turn turn(StoredTurn stored) {
            return stored.turn();
        }

        @Override
        public Optional<String> summary(Summary stored) {
            return Optional.of(stored.text());
        }
    };

    /** The turn as the export shall show it: the same id and role, with another text, or other attributes. */
    Turn turn(StoredTurn stored);

    /** The text of the summary as the export shall show it; empty to leave the summary out. It tells what turns said. */
    Optional<String> summary(Summary stored);

    /** The metadata as the export shall show them. */
    default Metadata metadata(Metadata stored) {
        return stored;
    }

    /** The same change to every text: of turns, of their attributes, of the summary, of the metadata. */
    static Redaction ofTexts(UnaryOperator<String> change) {
        return new Redaction() {
            @Override
            public Turn turn(StoredTurn stored) {
                Turn said = stored.turn();
                return new Turn(
                        said.id(), said.role(), change.apply(said.text()), said.tokens(), changed(said.attributes()));
            }

            @Override
            public Optional<String> summary(Summary stored) {
                return Optional.of(change.apply(stored.text()));
            }

            @Override
            public Metadata metadata(Metadata stored) {
                return new Metadata(
                        stored.revision(),
                        stored.title().map(change),
                        stored.preview().map(change),
                        stored.status().map(change),
                        stored.intent().map(change),
                        changed(stored.page()),
                        changed(stored.attributes()));
            }

            private Map<String, String> changed(Map<String, String> texts) {
                Map<String, String> changed = new TreeMap<>(texts);
                changed.replaceAll((name, value) -> change.apply(value));
                return changed;
            }
        };
    }
}
