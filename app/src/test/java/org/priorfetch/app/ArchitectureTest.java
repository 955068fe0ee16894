package org.priorfetch.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import javafx.application.Platform;

@AnalyzeClasses(packages = "org.priorfetch.app", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("org.priorfetch.app.(*)..")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheBridgeCallsTheScreenThread = noClasses().that()
            .resideOutsideOfPackage("org.priorfetch.app.bridge")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Platform.class);

    @ArchTest
    static final ArchRule screensDoNotKnowTheWindow = noClasses().that()
            .resideInAnyPackage("..app.today..", "..app.transfers..", "..app.controls..", "..app.i18n..",
                    "..app.bridge..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..app.shell..", "..app.launch..");

    @ArchTest
    static final ArchRule screensSeeTheEngineThroughItsInterface = noClasses().should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.priorfetch.engine.store..", "org.priorfetch.engine.dicom..",
                    "org.priorfetch.engine.transfer..", "org.priorfetch.engine.worklist..");
}
