package dojo.book;

import java.util.List;

/** Writes the part "Questions and answers": one chapter a question, its text included from the bank. */
final class QuestionPages {

    private QuestionPages() {}

    static String part(List<Question> questions) {
        var text = new StringBuilder();
        questions.forEach(question -> append(text, question));
        return text.toString();
    }

    private static void append(StringBuilder text, Question question) {
        text.append(":idprefix: ").append(question.id()).append("-\n\n");
        text.append("[#").append(question.id()).append(".question]\n");
        text.append("== ").append(question.title()).append("\n\n");
        text.append("[.facts]\n").append(facts(question)).append("\n\n");
        text.append("include::{questions}/").append(question.file().getFileName());
        text.append("[leveloffset=+1,lines=").append(firstSection(question)).append("..]\n\n");
        text.append("[.end-of-chapter]\n{end-of-chapter}\n\n");
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
