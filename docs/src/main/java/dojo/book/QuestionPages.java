package dojo.book;

import java.util.List;

/** Writes what the book makes of the bank: the answers, the questions without them, and the openers alone. */
final class QuestionPages {

    private static final String END = "[.end-of-chapter]\n{end-of-chapter}\n\n";

    private QuestionPages() {}

    /** One chapter a question, its text included from the bank, below a list of all of them. */
    static String answers(List<Ranking.Group> groups) {
        var text = new StringBuilder("[.ranking]\n--\n");
        for (Ranking.Group group : groups) {
            text.append('.').append(group.title()).append('\n');
            group.questions()
                    .forEach(question ->
                            text.append("* <<").append(question.id()).append(">>\n"));
            text.append('\n');
        }
        text.append("--\n\n");
        for (Ranking.Group group : groups) {
            String first = ",group=\"" + group.title() + '"';
            for (Question question : group.questions()) {
                append(text, question, first);
                first = "";
            }
        }
        return text.toString();
    }

    /** To rehearse with, where an answer cannot be folded: each question with its follow-ups, and a link to the answer. */
    static String rehearsal(List<Ranking.Group> groups) {
        var text = new StringBuilder("[#rehearsal]\n== To be answered aloud\n\n");
        for (Ranking.Group group : groups) {
            text.append("=== ").append(group.title()).append("\n\n");
            for (Question question : group.questions()) {
                text.append("[%unbreakable]\n--\n*<<").append(question.id()).append(">>*\n\n");
                question.followUps()
                        .forEach(then -> text.append("* ").append(then).append('\n'));
                text.append("--\n\n");
            }
        }
        return text.append(END).toString();
    }

    /** The quick reference: what to say first, and nothing else. */
    static String openers(List<Ranking.Group> groups) {
        var text = new StringBuilder();
        for (Ranking.Group group : groups) {
            text.append("=== ").append(group.title()).append("\n\n");
            for (Question question : group.questions()) {
                text.append("<<").append(question.id()).append(">>::\n");
                text.append(question.opener()).append("\n\n");
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Question question, String group) {
        text.append(":idprefix: ").append(question.id()).append("-\n\n");
        text.append("[#")
                .append(question.id())
                .append(".question")
                .append(group)
                .append("]\n");
        text.append("== ").append(question.title()).append("\n\n");
        text.append("[.facts]\n");
        text.append(facts(question)).append("\n\n");
        text.append("include::{questions}/").append(question.file().getFileName());
        text.append("[leveloffset=+1,lines=").append(firstSection(question)).append("..]\n\n");
        text.append(END);
        text.append(":idprefix: _\n\n");
    }

    private static String facts(Question question) {
        var facts = new StringBuilder(
                "Level: %s. Topics: %s.".formatted(question.attribute("level"), question.attribute("topics")));
        if (!question.exercises().isEmpty()) {
            facts.append(" Exercise: `")
                    .append(String.join("`, `", question.exercises()))
                    .append("`.");
        }
        if (!question.alsoAsked().isEmpty()) {
            facts.append(" Also asked: ").append(String.join(" ", question.alsoAsked()));
        }
        return facts.toString();
    }

    private static int firstSection(Question question) {
        return Sources.lines(question.file()).indexOf("== " + Question.SECTIONS.get(0)) + 1;
    }
}
