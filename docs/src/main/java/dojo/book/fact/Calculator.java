package dojo.book.fact;

import dojo.lab.bill.Prices;
import dojo.lab.bill.ReadUnits;
import dojo.lab.bill.WriteUnits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Works out an expression such as {@code 33000 * write-units(1 * KB)} with the calculator that bills the lab.
 *
 * <p>Numbers, {@code + - * /}, parentheses, the sizes {@code KB MB GB}, the times {@code hour day} in seconds, names of
 * facts and of what exhibits recorded, and the functions of {@link #FUNCTIONS}. Operators stand between spaces.
 */
public final class Calculator {

    /** A number with what it rests on. */
    public record Value(double number, Fact.Basis basis) {}

    private interface Rule {
        double of(double[] arguments);
    }

    private record Arity(int least, int most, Rule rule) {}

    private static final Map<String, Double> CONSTANTS =
            Map.of("KB", 1024.0, "MB", 1024.0 * 1024, "GB", 1024.0 * 1024 * 1024, "hour", 3600.0, "day", 86_400.0);

    /** What can be called. Sizes are in bytes. */
    private static final Map<String, Arity> FUNCTIONS = Map.ofEntries(
            Map.entry("write-units", one(bytes -> WriteUnits.forBytes((long) bytes))),
            Map.entry("strong-read-units", one(bytes -> ReadUnits.STRONG.forBytes((long) bytes))),
            Map.entry("eventual-read-units", one(bytes -> ReadUnits.EVENTUAL.forBytes((long) bytes))),
            Map.entry("transactional-read-units", one(bytes -> ReadUnits.TRANSACTIONAL.forBytes((long) bytes))),
            Map.entry("write-dollars", one(units -> Prices.onDemand().ofMillions(units / 1e6, 0))),
            Map.entry("read-dollars", one(units -> Prices.onDemand().ofMillions(0, units / 1e6))),
            Map.entry("ceil", one(Math::ceil)),
            Map.entry("floor", one(Math::floor)),
            Map.entry("round", one(Math::rint)),
            Map.entry("min", new Arity(2, 2, all -> Math.min(all[0], all[1]))),
            Map.entry("max", new Arity(2, 2, all -> Math.max(all[0], all[1]))));

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(\\d+(?:\\.\\d+)?)|([A-Za-z][A-Za-z0-9]*(?:[-.][A-Za-z0-9]+)*)|([-+*/(),]))");

    private final Function<String, Optional<Value>> names;
    private final List<String> tokens = new ArrayList<>();
    private int at;
    private Fact.Basis weakest = Fact.Basis.RULE;

    private Calculator(Function<String, Optional<Value>> names) {
        this.names = names;
    }

    /**
     * The value of an expression.
     *
     * @param names what a name stands for, besides constants and functions
     * @throws IllegalArgumentException with a sentence that says what is wrong
     */
    public static Value evaluate(String expression, Function<String, Optional<Value>> names) {
        var calculator = new Calculator(names);
        calculator.split(expression);
        double number = calculator.sum();
        if (calculator.at < calculator.tokens.size()) {
            throw new IllegalArgumentException("nothing can follow before \"" + calculator.peek() + "\"");
        }
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("the result is no number");
        }
        return new Value(number, calculator.weakest);
    }

    private void split(String expression) {
        Matcher token = TOKEN.matcher(expression);
        int end = 0;
        while (token.find() && token.start() == end) {
            tokens.add(token.group().strip());
            end = token.end();
        }
        if (!expression.substring(end).isBlank()) {
            throw new IllegalArgumentException("\"" + expression.substring(end).strip() + "\" cannot be read");
        }
    }

    private double sum() {
        double result = product();
        while (peek().equals("+") || peek().equals("-")) {
            result += next().equals("+") ? product() : -product();
        }
        return result;
    }

    private double product() {
        double result = operand();
        while (peek().equals("*") || peek().equals("/")) {
            result = next().equals("*") ? result * operand() : result / operand();
        }
        return result;
    }

    private double operand() {
        String token = next();
        if (token.equals("(")) {
            double inner = sum();
            expect(")");
            return inner;
        }
        if (Character.isDigit(token.charAt(0))) {
            return Double.parseDouble(token);
        }
        Double constant = CONSTANTS.get(token);
        return constant != null ? constant : peek().equals("(") ? call(token) : named(token);
    }

    private double named(String name) {
        Value value = names.apply(name)
                .orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" is no fact and nothing measured"));
        weakest = value.basis() == Fact.Basis.MODEL ? Fact.Basis.MODEL : weakest;
        return value.number();
    }

    private double call(String name) {
        Arity function = FUNCTIONS.get(name);
        if (function == null) {
            throw new IllegalArgumentException("\"" + name + "\" is no function; there are "
                    + FUNCTIONS.keySet().stream().sorted().toList());
        }
        List<Double> arguments = new ArrayList<>();
        do {
            next();
            arguments.add(sum());
        } while (peek().equals(","));
        expect(")");
        if (arguments.size() < function.least() || arguments.size() > function.most()) {
            throw new IllegalArgumentException(name + " takes " + function.most() + ", not " + arguments.size());
        }
        return function.rule()
                .of(arguments.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private String peek() {
        return at < tokens.size() ? tokens.get(at) : "";
    }

    private String next() {
        if (at == tokens.size()) {
            throw new IllegalArgumentException("the expression ends too early");
        }
        return tokens.get(at++);
    }

    private void expect(String token) {
        if (!peek().equals(token)) {
            throw new IllegalArgumentException("\"" + token + "\" is missing");
        }
        at++;
    }

    private static Arity one(java.util.function.DoubleUnaryOperator rule) {
        return new Arity(1, 1, all -> rule.applyAsDouble(all[0]));
    }
}
