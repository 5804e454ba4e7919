package dojo.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a question must have before it is printed; every breach says what to add. */
final class QuestionRules {

    private static final Pattern ID = Pattern.compile("q\\d{2}-[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern EXERCISE = Pattern.compile("[a-z0-9]+(_[a-z0-9]+)*");
    private static final Set<String> LEVELS = Set.of("junior", "senior", "staff");

    /** What an unhurried speaker says in a minute, with some room. */
    private static final int WORDS_IN_A_MINUTE = 180;

    private static final int FEWEST_TRAPS = 2;
    private static final int MOST_TRAPS = 6;

    private final Question question;
    private final Exhibits exhibits;
    private final List<Problem> problems = new ArrayList<>();

    QuestionRules(Question question, Exhibits exhibits) {
        this.question = question;
        this.exhibits = exhibits;
    }

    Stream<Problem> problems() {
        if (question.title().isEmpty()) {
            report("no title", "start the file with \"= The question, as an interviewer asks it\"");
        }
        header();
        sections();
        opener();
        answer();
        traps();
        followUps();
        none();
        rubric();
        proof();
        sources();
        return problems.stream();
    }

    private void header() {
        for (String name : Question.ATTRIBUTES.stream().sorted().toList()) {
            if (question.attribute(name).isEmpty()) {
                report("attribute :" + name + ": is missing", "add \":" + name + ": …\" below the title");
            }
        }
        String file = String.valueOf(question.file().getFileName());
        if (!ID.matcher(question.id()).matches() || !file.equals(question.id() + ".adoc")) {
            report("id \"" + question.id() + "\" does not fit", "use qNN-slug, the same as the file name");
        }
        if (!LEVELS.contains(question.attribute("level"))) {
            report("level \"" + question.attribute("level") + "\" is unknown", "use junior, senior or staff");
        }
        if (!question.attribute("evening").matches("[1-3]?")) {
            report("evening \"" + question.attribute("evening") + "\" is unknown", "use 1, 2 or 3, or leave it out");
        }
        question.exercises().stream()
                .filter(id -> !EXERCISE.matcher(id).matches())
                .forEach(id ->
                        report("exercise \"" + id + "\" is no exercise id", "use its bare name, like append_once"));
    }

    private void sections() {
        for (String name : Question.SECTIONS) {
            if (question.section(name).stream().allMatch(String::isBlank)) {
                report("section \"" + name + "\" is missing or empty", "add \"== " + name + "\" and its text");
            }
        }
        List<String> written = List.copyOf(question.sections().keySet());
        if (!written.equals(Question.SECTIONS) && written.containsAll(Question.SECTIONS)) {
            report("sections are " + written, "keep exactly " + Question.SECTIONS + ", in this order");
        }
    }

    private void opener() {
        long lines = text("Opener").count();
        if (lines > 1) {
            report("the opener has " + lines + " lines", "make it the one line to say first");
        }
    }

    private void answer() {
        long words = text("Answer")
                .flatMap(line -> Stream.of(
                        line.replaceAll("\\(?https://\\S+", "").strip().split("\\s+", -1)))
                .count();
        if (words > WORDS_IN_A_MINUTE) {
            report("the answer has " + words + " words", "say it in a minute, " + WORDS_IN_A_MINUTE + " at most");
        }
    }

    /** A wrong sentence may be quoted only where it is marked as wrong. */
    private void traps() {
        text("Traps")
                .filter(line -> line.endsWith("::") && !line.matches("Wrong: \"`.+`\"::"))
                .forEach(line -> report("trap \"" + line + "\" is not marked", "write it as: Wrong: \"`…`\"::"));
        long quoted = text("Traps").filter(line -> line.startsWith("Wrong: \"")).count();
        if (quoted < FEWEST_TRAPS || quoted > MOST_TRAPS) {
            report(
                    "the traps quote " + quoted + " wrong sentences",
                    "quote two to five, six at most, as: Wrong: \"`…`\":: and say below what is right");
        }
    }

    private void followUps() {
        long asked = text("Follow-ups").filter(line -> line.endsWith("?::")).count();
        if (asked < 3 || asked > 4) {
            report("there are " + asked + " follow-ups", "ask three or four, each as: And then?::");
        }
    }

    /** Who says none says it alone. */
    private void none() {
        for (String name : List.of("exhibit", "exercise")) {
            if (question.attribute(name).matches(".*\\bnone\\b.*[,].*|.*[,].*\\bnone\\b.*")) {
                report(":" + name + ": says none and names one", "leave out one of the two");
            }
        }
        List<String> wordings = question.alsoAsked();
        if (wordings.size() != Set.copyOf(wordings).size() || wordings.contains(question.title())) {
            report(":also-asked: says the same twice", "list each other wording once");
        }
    }

    private void rubric() {
        Rubric rubric = Rubric.parse(question.section("Rubric"));
        int points = rubric.of(Rubric.MUST).size() + rubric.of(Rubric.BONUS).size();
        if (points < 4 || points > 6) {
            report("the rubric has " + points + " points", "list four to six, must-have and bonus together");
        }
        Stream.concat(Stream.of(Rubric.MUST, Rubric.BONUS, Rubric.RED_FLAGS), Rubric.LEVELS.stream())
                .filter(term -> rubric.of(term).isEmpty())
                .forEach(term -> report("the rubric lacks \"" + term + "\"", "add \"" + term + "::\" and its points"));
    }

    private void proof() {
        for (String id : question.exhibits()) {
            if (exhibits.find(id).isEmpty()) {
                report("exhibit " + id + " left no record", "run it: ./mvnw -pl docs -am verify, or correct the id");
            }
            if (text("Proof").noneMatch(line -> line.contains("<<" + id))) {
                report("the proof does not cite " + id, "say in \"== Proof\" what <<" + id + ">> shows");
            }
        }
    }

    /** Each source stands with the one sentence it supports, in our words. */
    private void sources() {
        text("Sources")
                .filter(line -> !line.matches("\\* https://[^\\[]+\\[.+]: .+\\."))
                .forEach(line -> report("source \"" + line + "\"", "write: * https://…[Title]: what it supports."));
    }

    private Stream<String> text(String section) {
        return question.section(section).stream().filter(line -> !line.isBlank());
    }

    private void report(String what, String remedy) {
        problems.add(Problem.in(question.file(), what, remedy));
    }
}
