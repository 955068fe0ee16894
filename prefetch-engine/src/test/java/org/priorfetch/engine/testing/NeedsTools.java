package org.priorfetch.engine.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test against other people's programs: tagged {@code interop}, skipped with a line that says so where one is missing. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@Tag("interop")
@ExtendWith(ToolsCondition.class)
public @interface NeedsTools {

    /** Names of the programs, such as {@code findscu} or {@code Orthanc}. */
    String[] value();
}
