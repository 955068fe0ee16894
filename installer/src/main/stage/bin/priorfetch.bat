@echo off
rem Starts PriorFetch on the run-time image that it brings along.
setlocal
set "HOME_DIR=%~dp0.."
set CACHE=
if exist "%HOME_DIR%\lib\priorfetch.aot" set CACHE="-XX:AOTCache=%HOME_DIR%\lib\priorfetch.aot"
"%HOME_DIR%\runtime\bin\java.exe" "@%HOME_DIR%\lib\java.options" %CACHE% "-Dpriorfetch.launcher=%~f0" -cp "%HOME_DIR%\lib\app-@version@.jar" org.priorfetch.app.launch.Main %*
exit /b %ERRORLEVEL%
