package dojo.lab.transparency;

import java.util.ArrayList;
import java.util.List;

/**
 * A random sequence of requests, the same for the same seed.
 *
 * @param steps each is independent of the others, so that any of them can be left out
 */
record Script(long seed, List<Step> steps) {

    static Script of(long seed, int length) {
        Chance chance = new Chance(seed);
        List<Table> tables = Table.world();
        Values values = new Values(chance);
        Expressions expressions = new Expressions(chance, values);
        ItemSteps items = new ItemSteps(chance, values, expressions);
        ReadSteps reads = new ReadSteps(chance, values, expressions);
        ManySteps many = new ManySteps(chance, values, expressions, tables);
        StatementSteps statements = new StatementSteps(chance, values, tables);
        TableSteps about = new TableSteps(chance, tables);
        StreamSteps streams = new StreamSteps(chance, tables);
        WrongSteps wrong = new WrongSteps(chance, values, tables);

        List<Step> steps = new ArrayList<>();
        tables.forEach(table -> steps.add(Step.of("CreateTable", table.creation())));
        steps.addAll(StreamSteps.learning(tables));
        if (chance.oneIn(20)) {
            steps.addAll(LargeSteps.all());
        }
        while (steps.size() < length) {
            Table table = chance.of(tables);
            int dice = chance.below(100);
            if (dice < 16) {
                steps.add(items.put(table));
            } else if (dice < 28) {
                steps.add(items.update(table));
            } else if (dice < 33) {
                steps.add(items.delete(table));
            } else if (dice < 40) {
                steps.add(items.get(table));
            } else if (dice < 52) {
                steps.add(reads.query(table));
            } else if (dice < 59) {
                steps.add(reads.scan(table));
            } else if (dice < 62) {
                steps.add(reads.rest(table));
            } else if (dice < 64) {
                steps.add(chance.oneIn(2) ? items.legacy(table) : reads.legacy(table));
            } else if (dice < 68) {
                steps.add(chance.oneIn(2) ? many.batchGet() : many.batchWrite());
            } else if (dice < 73) {
                steps.add(chance.oneIn(3) ? many.transactGet() : many.transactWrite());
            } else if (dice < 74) {
                steps.addAll(many.transactTwice());
            } else if (dice < 78) {
                steps.add(chance.of(statements.one(), statements.batch(), statements.transaction()));
            } else if (dice < 88) {
                steps.add(about.any());
            } else if (dice < 94) {
                if (chance.oneIn(16)) {
                    steps.addAll(StreamSteps.trimmed());
                }
                steps.add(streams.any());
            } else {
                steps.add(wrong.any());
            }
        }
        return new Script(seed, steps);
    }
}
