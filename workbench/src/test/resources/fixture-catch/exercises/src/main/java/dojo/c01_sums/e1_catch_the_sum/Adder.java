package dojo.c01_sums.e1_catch_the_sum;

public final class Adder {
    public int sum(int... numbers) {
        return java.util.stream.IntStream.of(numbers).sum();
    }
}
