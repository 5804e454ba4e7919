// Wrong, hidden: Debts become assets.
package dojo.c01_sums.e1_catch_the_sum;

public final class Adder {
    public int sum(int... numbers) {
        int sum = 0;
        for (int number : numbers) {
            sum += Math.abs(number);
        }
        return sum;
    }
}
