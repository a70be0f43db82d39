// PEGTL rules for what names a stack: words, counts of workers and connections, options. They read text in
// lower case.
#pragma once

#include <tao/pegtl.hpp>

namespace abstat::label_rules {

namespace p = tao::pegtl;

// clang-format off
struct blank        : p::one<' ', '\t', '\n'> {};
struct blanks       : p::star<blank> {};
struct letter       : p::sor<p::ranges<'a', 'z', '_'>, p::utf8::ranges<0xC0, 0x24F, 0x400, 0x52F>> {};
struct ideograph    : p::utf8::ranges<0x3040, 0x30FF, 0x3400, 0x9FFF> {};
struct word         : p::seq<p::plus<p::sor<letter, p::digit>>, p::star<p::one<'-', '.', '\''>, p::plus<p::sor<letter, p::digit>>>> {};
// (a): what a text calls one of its cases
struct item_letter  : p::seq<p::one<'('>, p::range<'a', 'z'>, p::one<')'>> {};
struct digits       : p::plus<p::digit> {};
// "788 req/s" is what a stack did, no name of it.
struct rate_or_time : p::sor<TAO_PEGTL_STRING("req"), TAO_PEGTL_STRING("rps"), TAO_PEGTL_STRING("qps"), TAO_PEGTL_STRING("ms"), TAO_PEGTL_STRING("sec"), TAO_PEGTL_STRING("毫秒"), TAO_PEGTL_STRING("秒"), TAO_PEGTL_STRING("次"),
                             TAO_PEGTL_STRING("мс"), TAO_PEGTL_STRING("запрос"), TAO_PEGTL_STRING("anfragen"), TAO_PEGTL_STRING("peticiones"), TAO_PEGTL_STRING("リクエスト"), p::seq<p::opt<p::one<'/'>>, p::one<'s'>, p::not_at<letter>>> {};
struct measured     : p::seq<digits, blanks, p::at<rate_or_time>> {};
// 方案一 (read as 方案1), Variante A, option 2
struct case_noun    : p::sor<TAO_PEGTL_STRING("例"), TAO_PEGTL_STRING("案例"), TAO_PEGTL_STRING("beispiel"), TAO_PEGTL_STRING("example"), TAO_PEGTL_STRING("exemple"), TAO_PEGTL_STRING("ejemplo"), TAO_PEGTL_STRING("пример"), TAO_PEGTL_STRING("方案"), TAO_PEGTL_STRING("场景"), TAO_PEGTL_STRING("配置"), TAO_PEGTL_STRING("構成"), TAO_PEGTL_STRING("ケース"), TAO_PEGTL_STRING("パターン"), TAO_PEGTL_STRING("вариант"), TAO_PEGTL_STRING("конфигурация"),
                             TAO_PEGTL_STRING("variante"), TAO_PEGTL_STRING("variant"), TAO_PEGTL_STRING("option"), TAO_PEGTL_STRING("setup"), TAO_PEGTL_STRING("configuration"), TAO_PEGTL_STRING("configuración"), TAO_PEGTL_STRING("konfiguration"), TAO_PEGTL_STRING("config"), TAO_PEGTL_STRING("scenario"), TAO_PEGTL_STRING("scénario"), TAO_PEGTL_STRING("szenario"), TAO_PEGTL_STRING("messung"), TAO_PEGTL_STRING("report"), TAO_PEGTL_STRING("bericht"), TAO_PEGTL_STRING("rapport"), TAO_PEGTL_STRING("отчёт"), TAO_PEGTL_STRING("报告"), TAO_PEGTL_STRING("test"), TAO_PEGTL_STRING("замер"), TAO_PEGTL_STRING("измерение"), TAO_PEGTL_STRING("实验"), TAO_PEGTL_STRING("试验"), TAO_PEGTL_STRING("測定"), TAO_PEGTL_STRING("計測"), TAO_PEGTL_STRING("case")> {};
struct case_mark    : p::seq<p::sor<p::rep_min_max<1, 2, p::digit>, p::range<'a', 'z'>>, p::not_at<p::sor<letter, p::digit>>> {};
struct case_named   : p::seq<case_noun, blanks, case_mark> {};
struct letter_mark  : p::seq<p::range<'a', 'z'>, p::not_at<p::sor<letter, p::digit>>> {};
struct round_lettered : p::seq<p::sor<TAO_PEGTL_STRING("round"), TAO_PEGTL_STRING("pass"), TAO_PEGTL_STRING("durchgang"), TAO_PEGTL_STRING("runde"), TAO_PEGTL_STRING("ronda"), TAO_PEGTL_STRING("раунд")>, p::plus<blank>, letter_mark> {};
// "pool of 16", "batch size 32", "threads=8": a name may differ from others in its number alone.
struct parameter    : p::seq<blanks, p::opt<p::sor<TAO_PEGTL_STRING("of "), TAO_PEGTL_STRING("size "), p::seq<p::one<'='>, blanks>>>, p::at<p::rep_min_max<1, 4, p::digit>, p::not_at<p::sor<letter, p::digit, p::one<'%'>, p::seq<p::one<'.', ',', ':', '-', '/'>, p::digit>>>>, digits, p::not_at<blanks, rate_or_time>> {};
struct number_end   : p::not_at<p::sor<p::digit, p::seq<p::one<'.', ',', '%'>, p::digit>, p::one<'%'>>> {};
struct count        : p::seq<digits, number_end> {};
struct told_count   : p::seq<count, p::not_at<blanks, rate_or_time>> {};  // no "sync workers: 4080 req/s"
struct equals       : p::sor<p::seq<blanks, p::one<'=', ':'>, blanks>, p::plus<blank>, p::success> {};

struct worker_noun  : p::sor<TAO_PEGTL_STRING("workers"), TAO_PEGTL_STRING("worker"), TAO_PEGTL_STRING("processes"), TAO_PEGTL_STRING("workern"), TAO_PEGTL_STRING("prozesse"), TAO_PEGTL_STRING("processus"), TAO_PEGTL_STRING("procesos"),
                             TAO_PEGTL_STRING("воркеров"), TAO_PEGTL_STRING("воркера"), TAO_PEGTL_STRING("воркерами"), TAO_PEGTL_STRING("воркер"), TAO_PEGTL_STRING("процессов"), TAO_PEGTL_STRING("процесса"), TAO_PEGTL_STRING("ワーカー"), TAO_PEGTL_STRING("プロセス"), TAO_PEGTL_STRING("进程"), TAO_PEGTL_STRING("工作进程"), TAO_PEGTL_STRING("procs")> {};
struct connection_noun : p::sor<TAO_PEGTL_STRING("connections"), TAO_PEGTL_STRING("connection"), TAO_PEGTL_STRING("client"), TAO_PEGTL_STRING("verbindung"), TAO_PEGTL_STRING("connexion"), TAO_PEGTL_STRING("conexión"), TAO_PEGTL_STRING("connection"), TAO_PEGTL_STRING("concurrent"), TAO_PEGTL_STRING("clients"), TAO_PEGTL_STRING("users"), TAO_PEGTL_STRING("concurrency"), TAO_PEGTL_STRING("parallel"), TAO_PEGTL_STRING("simultaneous"),
                             TAO_PEGTL_STRING("个并发"), TAO_PEGTL_STRING("并发"), TAO_PEGTL_STRING("个连接"), TAO_PEGTL_STRING("连接"), TAO_PEGTL_STRING("个用户"), TAO_PEGTL_STRING("个客户端"), TAO_PEGTL_STRING("соединени"), TAO_PEGTL_STRING("одновременных"), TAO_PEGTL_STRING("клиентов"), TAO_PEGTL_STRING("пользовател"), TAO_PEGTL_STRING("параллельных"), TAO_PEGTL_STRING("同時接続"), TAO_PEGTL_STRING("並列"), TAO_PEGTL_STRING("接続"),
                             TAO_PEGTL_STRING("verbindungen"), TAO_PEGTL_STRING("gleichzeitige"), TAO_PEGTL_STRING("parallele"), TAO_PEGTL_STRING("connexions"), TAO_PEGTL_STRING("conexiones"), TAO_PEGTL_STRING("usuarios"), TAO_PEGTL_STRING("utilisateurs"), TAO_PEGTL_STRING("concurrentes"), TAO_PEGTL_STRING("stufe"), TAO_PEGTL_STRING("level"), TAO_PEGTL_STRING("niveau"), TAO_PEGTL_STRING("palier"), TAO_PEGTL_STRING("nivel")> {};
struct middle_word  : p::seq<p::not_at<p::sor<worker_noun, connection_noun>>, p::plus<p::sor<letter, p::one<'-'>>>, p::plus<blank>> {};

// -w 8, --workers=8, -p 4 (uwsgi), --processes 4, worker = 8, 8 workers, 8 gevent workers, 8 个 worker, w8
struct workers_option    : p::seq<p::sor<TAO_PEGTL_STRING("--workers"), TAO_PEGTL_STRING("--processes"), TAO_PEGTL_STRING("-w")>, equals, count> {};
struct raised_to         : p::sor<TAO_PEGTL_STRING("加到"), TAO_PEGTL_STRING("增加到"), TAO_PEGTL_STRING("提高到"), TAO_PEGTL_STRING("提升到"), TAO_PEGTL_STRING("调到"), TAO_PEGTL_STRING("开到"), TAO_PEGTL_STRING("设为"), TAO_PEGTL_STRING("改为"), TAO_PEGTL_STRING("改成"), TAO_PEGTL_STRING("翻倍到"), TAO_PEGTL_STRING("を")> {};
struct workers_named     : p::seq<worker_noun, blanks, p::opt<p::sor<TAO_PEGTL_STRING("数量"), TAO_PEGTL_STRING("数")>>, p::opt<blanks, raised_to>, p::sor<p::seq<p::one<'=', ':'>, blanks>, p::plus<blank>, p::seq<TAO_PEGTL_STRING("为"), blanks>, p::seq<TAO_PEGTL_STRING("从"), blanks, digits, blanks, p::opt<TAO_PEGTL_STRING("个"), blanks>, raised_to, blanks>, p::at<digits>>, told_count> {};
struct worker_class      : p::seq<p::sor<TAO_PEGTL_STRING("sync"), TAO_PEGTL_STRING("gevent"), TAO_PEGTL_STRING("eventlet"), TAO_PEGTL_STRING("gthread")>, p::not_at<p::sor<letter, p::digit, p::one<'-'>>>> {};
struct workers_of_class  : p::seq<count, p::sor<p::seq<blanks, TAO_PEGTL_STRING("个"), blanks>, p::plus<blank>>, p::at<worker_class>> {};  // gunicorn, 4 sync; 八个 gevent
struct workers_counted   : p::seq<count, p::sor<p::seq<blanks, TAO_PEGTL_STRING("个"), blanks>, p::plus<blank>, p::one<'-'>>, p::rep_max<3, middle_word>, worker_noun> {};
struct workers_short     : p::seq<p::one<'w', 'x'>, count, p::not_at<letter>> {};  // w8, gevent x8
struct threads_option    : p::seq<p::sor<TAO_PEGTL_STRING("--threads"), TAO_PEGTL_STRING("--with-threads")>, equals, count> {};
struct bare_counter      : p::seq<count, blanks, TAO_PEGTL_STRING("个"), p::not_at<p::sor<TAO_PEGTL_STRING("请"), TAO_PEGTL_STRING("响"), TAO_PEGTL_STRING("失"), TAO_PEGTL_STRING("字")>>> {};
// -c 100, c=100, 100 connections, concurrency 100, 并发 100
struct connections_option  : p::seq<p::sor<TAO_PEGTL_STRING("-c"), TAO_PEGTL_STRING("c")>, p::sor<p::seq<blanks, p::one<'='>, blanks>, p::plus<blank>>, count> {};
struct connections_named   : p::seq<p::sor<TAO_PEGTL_STRING("同時接続数"), TAO_PEGTL_STRING("同時接続"), TAO_PEGTL_STRING("同時実行数"), TAO_PEGTL_STRING("並列数"), TAO_PEGTL_STRING("接続数"), TAO_PEGTL_STRING("并发连接数"), TAO_PEGTL_STRING("并发连接"), TAO_PEGTL_STRING("连接数"), TAO_PEGTL_STRING("parallelität"), TAO_PEGTL_STRING("concurrency level"), TAO_PEGTL_STRING("concurrency"), TAO_PEGTL_STRING("并发数"), TAO_PEGTL_STRING("并发量"), TAO_PEGTL_STRING("并发"), TAO_PEGTL_STRING("同時接続数"), TAO_PEGTL_STRING("nebenläufigkeit"), TAO_PEGTL_STRING("stufe"), TAO_PEGTL_STRING("level"), TAO_PEGTL_STRING("niveau"), TAO_PEGTL_STRING("palier"), TAO_PEGTL_STRING("nivel"), TAO_PEGTL_STRING("уровень"), TAO_PEGTL_STRING("concurrence"), TAO_PEGTL_STRING("concurrencia")>, blanks, p::opt<p::sor<p::one<'=', ':'>, TAO_PEGTL_STRING("of"), TAO_PEGTL_STRING("为"), TAO_PEGTL_STRING("是")>>, blanks, told_count> {};
struct connections_counted : p::seq<count, p::sor<blanks, p::one<'-'>>, p::opt<TAO_PEGTL_STRING("个"), blanks>, p::rep_max<2, middle_word>, connection_noun> {};
struct connections_short   : p::seq<p::one<'c'>, count, p::not_at<letter>> {};
// -n 1000
struct requests_option   : p::seq<p::sor<TAO_PEGTL_STRING("-n"), TAO_PEGTL_STRING("n")>, p::sor<p::seq<blanks, p::one<'='>, blanks>, p::plus<blank>>, count> {};
// run 3, 第 3 轮, 第三轮, #3
struct run_noun          : p::sor<TAO_PEGTL_STRING("passe"), TAO_PEGTL_STRING("passage"), TAO_PEGTL_STRING("pasada"), TAO_PEGTL_STRING("ronda"), TAO_PEGTL_STRING("vuelta"), TAO_PEGTL_STRING("runde"), TAO_PEGTL_STRING("раунд"), TAO_PEGTL_STRING("заход"), TAO_PEGTL_STRING("runs"), TAO_PEGTL_STRING("run"), TAO_PEGTL_STRING("round"), TAO_PEGTL_STRING("轮次"), TAO_PEGTL_STRING("轮"), TAO_PEGTL_STRING("lauf"), TAO_PEGTL_STRING("прогон"), TAO_PEGTL_STRING("durchlauf"), TAO_PEGTL_STRING("essai"), TAO_PEGTL_STRING("ensayo"), TAO_PEGTL_STRING("prueba"), TAO_PEGTL_STRING("trial"), TAO_PEGTL_STRING("回目")> {};
struct run_named         : p::seq<run_noun, blanks, p::opt<p::one<'#'>>, count> {};
struct run_counted       : p::sor<p::seq<TAO_PEGTL_STRING("第"), blanks, count, blanks, p::sor<TAO_PEGTL_STRING("轮"), TAO_PEGTL_STRING("次"), TAO_PEGTL_STRING("回")>>,
                                   p::seq<count, blanks, p::sor<TAO_PEGTL_STRING("轮次"), TAO_PEGTL_STRING("回目")>>,
                                   p::seq<count, p::opt<p::sor<TAO_PEGTL_STRING("st"), TAO_PEGTL_STRING("nd"), TAO_PEGTL_STRING("rd"), TAO_PEGTL_STRING("th")>>, blanks, p::sor<TAO_PEGTL_STRING("run"), TAO_PEGTL_STRING("round")>, p::not_at<letter>>> {};

// app:app, server-redis:app, site.wsgi behind a server's name
struct module_name  : p::seq<p::at<letter>, p::plus<p::sor<letter, p::digit, p::one<'-', '.', '_'>>>, p::one<':'>, letter, p::star<p::sor<letter, p::digit>>, p::at<p::sor<blank, p::eof>>> {};
struct ab_call      : p::seq<p::opt<p::plus<p::not_one<' '>>, p::one<'/'>>, TAO_PEGTL_STRING("ab"), p::at<blank>> {};
// -k gevent, --worker-class gevent: gunicorn's; -k alone: ab's
struct flag_k       : p::seq<p::one<'-'>, p::star<p::one<'l', 'q', 'r', 'd', 's', 'i'>>, p::one<'k'>, p::at<p::sor<blank, p::eof, p::one<'n', 'c'>>>> {};
// clang-format on

}  // namespace abstat::label_rules
