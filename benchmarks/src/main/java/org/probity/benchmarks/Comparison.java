package org.probity.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * A subject measured beside its peer, round after round, with the order changing from one round to the next so that
 * neither always comes after the other. The rounds to warm up do not count. The ratio is the median of the
 * rounds' ratios, not the ratio of medians: what the machine did at the time touched both of a round.
 */
record Comparison(
        String name,
        String unit,
        String peer,
        int warmUp,
        int warmUpBeside,
        DoubleSupplier subject,
        DoubleSupplier beside) {

    private static final int ROUNDS = 5;

    Result measure() {
        warmUp(warmUp, subject);
        warmUp(warmUpBeside, beside);
        List<Double> values = new ArrayList<>();
        List<Double> peers = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            double first = round % 2 == 0 ? subject.getAsDouble() : beside.getAsDouble();
            double second = round % 2 == 0 ? beside.getAsDouble() : subject.getAsDouble();
            double value = round % 2 == 0 ? first : second;
            double other = round % 2 == 0 ? second : first;
            values.add(value);
            peers.add(other);
            ratios.add(value / other);
        }
        return new Result(name, median(values), unit, peer, median(peers), median(ratios));
    }

    private void warmUp(int rounds, DoubleSupplier either) {
        for (int round = 0; round < rounds; round++) {
            if (either.getAsDouble() == 0) {
                throw new IllegalStateException(name + " does nothing");
            }
        }
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
