package dojo.session.lambda;

import dojo.session.SessionMemory;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.dynamo.MemorySettings;
import dojo.session.summary.KeySentences;
import dojo.session.summary.Summaries;
import dojo.session.summary.SummaryConsumer;
import dojo.session.summary.Trigger;
import dojo.session.table.ClientSettings;
import dojo.session.table.SessionClients;
import java.util.Map;

/**
 * What the environment says.
 *
 * @param table {@code SESSION_TABLE}; there is no default
 * @param turns {@code SUMMARY_TURNS}, 20 unless said otherwise: as {@link Trigger#turns()}
 * @param tokens {@code SUMMARY_TOKENS}, 4000: as {@link Trigger#tokens()}
 * @param characters {@code SUMMARY_CHARACTERS}, 700: as {@link KeySentences#characters()}
 * @param region {@code SESSION_REGION}, empty unless said otherwise: in a global table, only sessions at home here are
 *     summarised
 * @param reserveMillis {@code SUMMARY_RESERVE_MILLIS}, 5000: begin no summary with less time left
 */
record HandlerSettings(String table, int turns, int tokens, int characters, String region, int reserveMillis) {
    static HandlerSettings of(Map<String, String> environment) {
        String table = environment.getOrDefault("SESSION_TABLE", "");
        if (table.isBlank()) {
            throw new IllegalArgumentException("SESSION_TABLE is \"" + table
                    + "\": set it to the name of the table, as session-summaries.yaml does.");
        }
        return new HandlerSettings(
                table,
                number(environment, "SUMMARY_TURNS", 20),
                number(environment, "SUMMARY_TOKENS", 4_000),
                number(environment, "SUMMARY_CHARACTERS", 700),
                environment.getOrDefault("SESSION_REGION", "").strip(),
                number(environment, "SUMMARY_RESERVE_MILLIS", 5_000));
    }

    private static int number(Map<String, String> environment, String name, int usual) {
        String value = environment.get(name);
        if (value == null) {
            return usual;
        }
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException malformed) {
            throw new IllegalArgumentException(
                    name + " is \"" + value + "\", which is no number: leave it out for " + usual + ".", malformed);
        }
    }

    /** A consumer with a client of its own, which lives as long as the execution environment. */
    SummaryConsumer consumer() {
        return consumer(DynamoSessionMemory.on(
                SessionClients.sync(ClientSettings.background()).build(), table, memory()));
    }

    private MemorySettings memory() {
        return region.isEmpty()
                ? MemorySettings.usual()
                : MemorySettings.usual().region(region);
    }

    SummaryConsumer consumer(SessionMemory memory) {
        Trigger trigger = Trigger.every(turns).orTokens(tokens);
        return SummaryConsumer.of(
                Summaries.in(memory, trigger, new KeySentences(characters)).in(region));
    }
}
