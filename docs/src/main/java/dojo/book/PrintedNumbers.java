package dojo.book;

import dojo.book.fact.Calculator;
import dojo.book.fact.Fact.Basis;
import dojo.book.fact.Facts;
import java.util.List;
import java.util.Optional;

/** What a name in a macro stands for: a fact, or a number that an exhibit recorded in this build. */
record PrintedNumbers(Facts facts, Exhibits exhibits) {

    static final PrintedNumbers NONE = new PrintedNumbers(Facts.none(), new Exhibits(List.of()));

    Optional<Calculator.Value> value(String name) {
        return facts.find(name)
                .map(fact -> new Calculator.Value(fact.number(), fact.basis()))
                .or(() -> recorded(name));
    }

    private Optional<Calculator.Value> recorded(String name) {
        return exhibits.records().stream()
                .flatMap(exhibit -> exhibit.values().stream()
                        .filter(value -> exhibit.attribute(value).equals(name)))
                .filter(value -> value.text().matches("[\\d,]+(\\.\\d+)?"))
                .findFirst()
                .map(value -> new Calculator.Value(
                        Double.parseDouble(value.text().replace(",", "")),
                        value.basis() == ExhibitRecord.Basis.MODEL ? Basis.MODEL : Basis.RULE));
    }
}
