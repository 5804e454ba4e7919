@echo off
rem Dynamo Dojo for Windows: finds a JDK, builds what is missing or stale, starts the workbench.
rem The twin of ./dojo, with the same exit code 3 for "could not be started"; it makes no class-data archive.
setlocal EnableExtensions DisableDelayedExpansion
set "ROOT=%~dp0"
set "ROOT=%ROOT:~0,-1%"
set "DIST=%ROOT%\workbench\target\dojo"
set "JAR=%DIST%\dojo.jar"
set "STAMP=%DIST%\built"
set "STATE=%ROOT%\.dojo"

rem ---- a JDK: JAVA_HOME, otherwise the javac in PATH
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\javac.exe" goto found
set "JAVA_HOME="
for /f "delims=" %%j in ('where javac.exe 2^>nul') do if not defined JAVA_HOME call :home_of "%%j"
if defined JAVA_HOME goto found
echo dojo: a JDK 17 or newer is needed and none was found: install one from https://adoptium.net or set JAVA_HOME to its folder. 1>&2
exit /b 3

:home_of
for %%d in ("%~dp1..") do set "JAVA_HOME=%%~fd"
exit /b 0

:found
set "JAVA=%JAVA_HOME%\bin\java.exe"
set "MAJOR=0"
for /f "tokens=2 delims==." %%v in ('findstr /b "JAVA_VERSION=" "%JAVA_HOME%\release" 2^>nul') do set "MAJOR=%%~v"
set "MAJOR=%MAJOR:"=%"
if %MAJOR% GEQ 17 goto check
echo dojo: a JDK 17 or newer is needed, but "%JAVA_HOME%" is a JDK %MAJOR%: install one from https://adoptium.net or set JAVA_HOME to its folder. 1>&2
exit /b 3

rem ---- is the build fresh? The stamp holds no time of its own: PowerShell compares the files with it.
:check
if not exist "%JAR%" goto build
if not exist "%STAMP%" goto build
powershell -NoProfile -Command "$s=(Get-Item -LiteralPath $env:STAMP).LastWriteTimeUtc; $r=$env:ROOT; $n=Get-Item -LiteralPath \"$r\pom.xml\",\"$r\lab\pom.xml\",\"$r\workbench\pom.xml\"; $n+=Get-ChildItem -Recurse -LiteralPath \"$r\lab\src\main\",\"$r\workbench\src\main\"; if ($n | Where-Object { $_.LastWriteTimeUtc -gt $s } | Select-Object -First 1) { exit 1 } else { exit 0 }"
if not errorlevel 1 goto start

rem ---- one build at a time: making a folder succeeds for one only
:build
if not exist "%STATE%" mkdir "%STATE%"
mkdir "%STATE%\build.lock" 2>nul
if errorlevel 1 goto locked
echo Building the workbench: the first time takes a few minutes, later starts take none. 1>&2
if exist "%STAMP%" del "%STAMP%"
type nul > "%STATE%\started"
pushd "%ROOT%"
call mvnw.cmd -B -pl lab,workbench -am package -P "!strict" -Dmaven.test.skip=true -Dwarnings.flag=-nowarn > "%STATE%\build.log" 2>&1 < nul
set "RESULT=%ERRORLEVEL%"
popd
rmdir "%STATE%\build.lock"
if not "%RESULT%"=="0" goto failed
move /y "%STATE%\started" "%STAMP%" >nul

:start
"%JAVA%" -Xlog:disable -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 "-Ddojo.home=%ROOT%" -jar "%JAR%" %*
exit /b %ERRORLEVEL%

rem ---- no parentheses around these: a path may contain one
:locked
echo dojo: another dojo is building here: wait until it has ended; if there is none, remove the folder "%STATE%\build.lock". 1>&2
exit /b 3

:failed
findstr /b /c:"[ERROR]" "%STATE%\build.log" | findstr /v /c:"Re-run Maven" /c:"full stack trace" /c:"[Help" 1>&2
echo dojo: the build failed, see the lines above; the whole log is "%STATE%\build.log". If a library could not be fetched, check the network. 1>&2
exit /b 3
