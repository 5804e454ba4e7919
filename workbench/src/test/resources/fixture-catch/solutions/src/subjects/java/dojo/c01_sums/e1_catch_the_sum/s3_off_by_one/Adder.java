// Wrong: Each number counts for one more.
package dojo.c01_sums.e1_catch_the_sum;

public final class Adder {
    public int sum(int... numbers) {
        int sum = 0;
        for (int number : numbers) {
            sum += number + 1;
        }
        return sum;
    }
}
