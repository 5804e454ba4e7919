package dojo.session.rivals;

import dojo.lab.item.ItemSize;
import dojo.session.Window.Consistency;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What is said, the same for every design: texts of such a length that our items have the sizes of the comparison, their
 * keys and names included.
 *
 * <p>So each design stores the same words and bears its own overhead. The words are random letters, which no
 * compression makes a kilobyte smaller, as it would a text of much repetition.
 */
final class Script {
    static final int QUESTION_BYTES = 600;
    static final int ANSWER_BYTES = 1_900;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+ ";

    private final SplittableRandom random;
    private final int questionLength;
    private final int answerLength;

    private Script(long seed, int questionLength, int answerLength) {
        this.random = new SplittableRandom(seed);
        this.questionLength = questionLength;
        this.answerLength = answerLength;
    }

    /** Finds the lengths by storing a turn and looking at its items; again, because a count of tokens has a size too. */
    static Script of(long seed) {
        Script script = new Script(seed, QUESTION_BYTES / 2, ANSWER_BYTES - QUESTION_BYTES / 2);
        for (int attempt = 0; attempt < 3; attempt++) {
            List<Long> sizes = script.itemSizes();
            long question = script.questionLength + QUESTION_BYTES - sizes.get(0);
            long answer = script.answerLength + ANSWER_BYTES - sizes.get(1);
            script = new Script(seed, (int) question, (int) answer);
        }
        return script;
    }

    /** The whole items that one chat turn leaves in our table, in bytes: the question's and the answer's. */
    List<Long> itemSizes() {
        try (Stage stage = Stage.of(Design.OURS)) {
            Place place = stage.place(Consistency.EVENTUAL);
            new Ours(place).chat(question(), context -> answer());
            List<Long> sizes = new ArrayList<>();
            for (Map<String, AttributeValue> item : stage.lab()
                    .backstage()
                    .scan(scan -> scan.tableName(place.table()))
                    .items()) {
                if (Values.of(item, "SK").s().startsWith("TURN#")) {
                    sizes.add(ItemSize.bytes(item));
                }
            }
            return sizes;
        }
    }

    Said question() {
        return new Said(id(), true, letters(questionLength));
    }

    Said answer() {
        return new Said(id(), false, letters(answerLength));
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private String letters(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
