package org.probity.standalone;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a refusal to start without a stack trace. */
final class RefusalInPlainWords extends AbstractFailureAnalyzer<RefusedToStart> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, RefusedToStart refusal) {
        return new FailureAnalysis(String.valueOf(refusal.getMessage()), refusal.action(), failure);
    }
}
