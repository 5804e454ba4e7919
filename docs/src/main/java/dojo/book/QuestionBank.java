package dojo.book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All questions of one folder, and everything that is wrong with them. */
record QuestionBank(List<Question> questions) {

    static QuestionBank read(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            var questions = files.filter(file -> file.toString().endsWith(".adoc"))
                    .sorted()
                    .map(QuestionBank::parse)
                    .toList();
            return new QuestionBank(questions);
        }
    }

    /** What stands between these questions and a reader; empty when the bank is sound. */
    List<Problem> problems(Exhibits exhibits) {
        Map<String, Question> byId = new HashMap<>();
        return questions.stream()
                .flatMap(question -> {
                    var rules = new QuestionRules(question, exhibits);
                    Question twin = byId.putIfAbsent(question.id(), question);
                    return twin == null
                            ? rules.problems()
                            : Stream.concat(rules.problems(), Stream.of(same(question, twin)));
                })
                .toList();
    }

    private static Problem same(Question question, Question twin) {
        return Problem.in(
                question.file(),
                "id " + question.id() + " is taken by " + twin.file().getFileName(),
                "give one of them another id; ids are permanent, so change the newer one");
    }

    private static Question parse(Path file) {
        return QuestionFile.parse(file, Sources.lines(file));
    }
}
