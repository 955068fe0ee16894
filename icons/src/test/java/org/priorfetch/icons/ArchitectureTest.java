package org.priorfetch.icons;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The icons are data: they need no toolkit. */
@AnalyzeClasses(packages = "org.priorfetch.icons", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule nothingButTheJdkIsNeeded = classes().should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.lang..", "java.net..", "java.util..", "org.jspecify.annotations",
                    "org.priorfetch.icons");
}
