package dojo.lab.capacity;

import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;

/**
 * A policy of auto scaling for one kind of access.
 *
 * @param target the part of the provisioned throughput that should be in use
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html">Managing throughput
 *     capacity automatically with DynamoDB auto scaling</a>
 */
public record Scaling(
        double least,
        double most,

        @Fidelity(
                level = Level.DOCUMENTED,
                says = "Auto scaling keeps to a target utilisation between 20 and 90 percent.",
                source = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html")
        double target) {

    public Scaling {
        if (!(least >= 1 && most >= least)) {
            throw new IllegalArgumentException("Auto scaling from " + least + " to " + most
                    + " units is no range. Give at least 1, and a maximum that is not below the minimum.");
        }
        if (!(target >= 0.2 && target <= 0.9)) {
            throw new IllegalArgumentException(
                    "The target utilisation of auto scaling is " + target + ". Give one between 0.2 and 0.9.");
        }
    }
}
