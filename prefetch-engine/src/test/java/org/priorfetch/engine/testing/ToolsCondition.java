package org.priorfetch.engine.testing;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Skips what {@link NeedsTools} marks where a program is not installed. */
final class ToolsCondition implements ExecutionCondition {

    private static final ConditionEvaluationResult ENABLED = ConditionEvaluationResult.enabled("programs installed");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), NeedsTools.class)
                .map(needs -> missing(needs.value()))
                .filter(missing -> !missing.isEmpty())
                .map(missing -> skip(context, missing))
                .orElse(ENABLED);
    }

    private static List<String> missing(String[] tools) {
        return Arrays.stream(tools).filter(tool -> Tools.find(tool).isEmpty()).toList();
    }

    /** Also printed, because a build shows the number of skipped tests but not why. */
    private static ConditionEvaluationResult skip(ExtensionContext context, List<String> missing) {
        String line = "SKIPPED %s: not installed: %s".formatted(context.getDisplayName(), String.join(", ", missing));
        System.out.println(line);
        return ConditionEvaluationResult.disabled(line);
    }
}
