@echo off
rem Starts PriorFetch on the run-time image that it brings along.
setlocal
set "HOME_DIR=%~dp0.."
"%HOME_DIR%\runtime\bin\java.exe" "@%HOME_DIR%\lib\java.options" "-XX:AOTCache=%HOME_DIR%\lib\priorfetch.aot" "-Dpriorfetch.launcher=%~f0" -cp "%HOME_DIR%\lib\app-@version@.jar" org.priorfetch.app.launch.Main %*
exit /b %ERRORLEVEL%
