@echo off
rem Calls the workbench of the checkout that this workspace came from, wherever you stand.
rem DOJO_CHECKOUT names the checkout; otherwise the places in .dojo\checkout are tried in turn.
setlocal EnableExtensions DisableDelayedExpansion
set "DOJO_WORKSPACE=%~dp0"
set "DOJO_WORKSPACE=%DOJO_WORKSPACE:~0,-1%"
set "PLACE="
if defined DOJO_CHECKOUT call :try "%DOJO_CHECKOUT%"
if exist "%DOJO_WORKSPACE%\.dojo\checkout" for /f "usebackq eol=# delims=" %%p in ("%DOJO_WORKSPACE%\.dojo\checkout") do call :try "%%p"
if not defined PLACE goto moved
"%PLACE%\dojo.cmd" %*

:try
if defined PLACE exit /b 0
if exist "%~1\workbench\" if exist "%~1\dojo.cmd" set "PLACE=%~1"
if defined PLACE exit /b 0
if exist "%DOJO_WORKSPACE%\%~1\workbench\" if exist "%DOJO_WORKSPACE%\%~1\dojo.cmd" set "PLACE=%DOJO_WORKSPACE%\%~1"
exit /b 0

rem ---- no parentheses around these: a path may contain one
:moved
echo dojo: the checkout of Dynamo Dojo that this workspace belongs to is not where it was: 1>&2
echo say where it is now by running  CHECKOUT\dojo.cmd init "%DOJO_WORKSPACE%"  once, or set DOJO_CHECKOUT. Your files are all here. 1>&2
exit /b 3
